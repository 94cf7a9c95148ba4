raise RuntimeError('the wrong numbers')
