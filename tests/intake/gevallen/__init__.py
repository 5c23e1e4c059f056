"""One folder per delivered file, and the script that makes the workbooks."""
