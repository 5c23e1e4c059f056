"""standrapport: builds and checks the annual report Stand van de uitvoering."""

__version__ = "0.1.0"
