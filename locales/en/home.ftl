### The landing page.

home-title = My queue
