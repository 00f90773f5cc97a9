print("parchemin")
