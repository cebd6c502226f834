"""The panel of appeals and what came back."""
