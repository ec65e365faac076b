"""Tools of the house: not installed with the packages."""
