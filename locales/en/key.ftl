### The page with the desk's public key.

key-title = Key of this desk
key-lead = Every report that this desk freezes is signed with its key. With the public half of it, shown here, anybody can tell whether a report’s file still says what the desk froze.
key-none = This desk has not frozen a report yet, so it has no key.
key-fingerprint = Fingerprint
key-hex = Public key (Ed25519), hexadecimal
key-base64 = The same in base64
key-pem = The same as a PEM file
key-download = Download the PEM file
key-check = Check a report
key-check-program = With this program, on any machine and without a network. The file is the report in the form “Data”:
key-check-hand = By hand, with Python and OpenSSL, in a folder with the report’s file as report.json and the key as key.pem:
key-proves = A signature that fits proves that nothing in the file was changed since it was signed with this key. It does not prove that what the report says is true, nor that no newer report exists.
thing-key = key
