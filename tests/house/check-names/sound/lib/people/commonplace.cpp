// Its name holds a refused word without being one.
