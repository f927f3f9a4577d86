"""Word files as packages of XML: opened safely, walked in reading order. Shared by the reader and the annotator."""
