# Lo que se hace en el lienzo.
canvas-text-field = Texto en el diagrama
canvas-find-symbol = Busque un símbolo
canvas-no-symbol = Ningún símbolo se llama así
canvas-edit-text = Editar el texto
canvas-add-step = Agregar un paso aquí…
canvas-add-bend = Añadir codo
canvas-remove-bend = Quitar codo
