"""Predicts the quality of wines: level 3 of the guide "Porting a workflow to Aqueduct", with real bodies."""

from dataclasses import dataclass

import pandas as pd
from aqueduct import CheckSeverity, Client, check, daily, metric, op

client = Client()

db = client.integration('aqueduct_demo')
input_data = db.sql('SELECT * FROM wine;')
quality_floor = client.create_param('quality_floor', default=6)


@dataclass(frozen=True)
class QualityModel:
    """A linear model of quality; small enough to be read, real enough to be wrong."""

    intercept: float
    weights: dict[str, float]

    def predict(self, features: pd.DataFrame) -> pd.Series:
        quality = sum(features[name] * weight for name, weight in self.weights.items())
        return (quality + self.intercept).clip(0, 10).round(2)


model = QualityModel(
    intercept=0.4,
    weights={'alcohol': 0.36, 'volatile_acidity': -1.6, 'sulphates': 0.9, 'free_share': 0.8, 'body': 0.13},
)


@op(requirements=['pandas'])
def clean_data(input_data):
    # Wines without a measurement can't be judged, and nothing real has a pH beyond 2 to 5.
    cleaned_data = input_data.dropna().query('2 < pH < 5')
    print(f'kept {len(cleaned_data)} of {len(input_data)} wines')
    return cleaned_data.reset_index(drop=True)


@op(requirements=['pandas'])
def featurize_data(cleaned_data):
    from wine_features import add_ratios

    return add_ratios(cleaned_data)


@op(requirements=['pandas'])
def predict(features, quality_floor):
    predictions = features[['alcohol', 'quality']].copy()
    predictions['predicted_quality'] = model.predict(features)
    predictions['recommended'] = predictions['predicted_quality'] >= quality_floor
    return predictions


@metric(requirements=['pandas'])
def mean_error(predictions):
    return (predictions['predicted_quality'] - predictions['quality']).abs().mean()


@check(severity=CheckSeverity.ERROR, requirements=['pandas'])
def every_wine_is_judged(predictions):
    return len(predictions) > 0 and bool(predictions['predicted_quality'].notna().all())


cleaned_data = clean_data(input_data)
features = featurize_data(cleaned_data)
predictions = predict(features, quality_floor)

error = mean_error(predictions)
error.bound(upper=2.5, severity=CheckSeverity.WARNING)
every_wine_is_judged(predictions)

predictions.save(db.config(table='my_predictions', mode='replace'))
client.publish_flow('wine predictions', artifacts=[predictions], schedule=daily(hour=3))
