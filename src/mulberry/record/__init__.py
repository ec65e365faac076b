"""What happened: events and the machines that fold them, the Merkle tree that seals them, receipts that prove them."""
