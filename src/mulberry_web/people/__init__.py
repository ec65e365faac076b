"""People, the organisations they act for, the offices they serve in."""
