"""Tags of the policy's pages."""
