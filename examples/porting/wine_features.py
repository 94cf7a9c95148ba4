"""Features of a wine; beside the workflow to show that a module of one's own travels with the operator that imports it."""

import pandas as pd


def add_ratios(wine: pd.DataFrame) -> pd.DataFrame:
    """Adds the share of free sulfur dioxide and the body (alcohol against density) of each wine."""
    features = wine.copy()
    features["free_share"] = features["free_sulfur_dioxide"] / features["total_sulfur_dioxide"]
    features["body"] = features["alcohol"] / features["density"]
    return features
