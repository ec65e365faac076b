"""``python -m dev.lint``: check the sources against our own rules."""

import sys

from dev.lint.runner import main

sys.exit(main())
