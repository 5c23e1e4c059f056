"""The documentation is run: every command in it, its pictures, and the names it uses."""
