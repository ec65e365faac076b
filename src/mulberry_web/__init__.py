"""The desk: the web application that stores, shows and guards. The only package that imports Django."""
