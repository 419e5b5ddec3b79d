### What commands say of a text.

terminal-worth = intérêt à vérifier { $share }
