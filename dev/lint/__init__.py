"""Our own lint rules: what this project forbids and no general linter knows."""
