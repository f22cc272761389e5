# What is done on the canvas.
canvas-text-field = Text on the chart
canvas-find-symbol = Find a symbol
canvas-no-symbol = No symbol has this name
canvas-edit-text = Edit text
canvas-add-step = Add a step here…
canvas-add-bend = Add bend
canvas-remove-bend = Remove bend
