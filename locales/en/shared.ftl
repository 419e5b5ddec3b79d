shared-percent = { $share }%
