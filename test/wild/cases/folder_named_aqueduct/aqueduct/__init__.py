raise RuntimeError('the folder beside the workflow was imported instead of the package')
