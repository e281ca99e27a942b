import RevOpsCore

print("revops")
