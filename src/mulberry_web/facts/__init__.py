"""Facts filled in once: about an organisation, and about the people it names; and what the policy offers them."""
