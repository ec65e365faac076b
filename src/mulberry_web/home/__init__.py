"""The first page: for visitors what this is, for everybody who signed in what is theirs to do."""
