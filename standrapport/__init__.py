"""standrapport: builds and checks an annual report from figures and texts."""

__version__ = "0.1.0"
