print('the wrong secrets')
