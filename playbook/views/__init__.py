"""What each page needs to know, derived from the records and never typed. No markup, no files, no clock of its own."""
