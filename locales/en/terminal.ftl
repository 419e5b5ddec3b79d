### What commands say of a text.

terminal-worth = worth checking { $share }
