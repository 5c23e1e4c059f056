"""What is installed, and that nothing else is needed."""
