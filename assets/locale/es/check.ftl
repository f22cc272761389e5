# Lo que dice la revisión: qué está mal y qué hacer. Las etiquetas llegan entre comillas.

check-language-en = inglés
check-language-es = español
# En lugar de la etiqueta de un paso que no la tiene.
check-without-label = (paso sin texto)
# En lugar del paso en el extremo suelto de un conector.
check-nothing = (nada)

check-no-start = La página no tiene inicio; añada un símbolo de inicio y conéctelo con el primer paso.
check-no-end = La página no tiene fin; añada un símbolo de fin donde termine el proceso.
check-unreachable = A { $step } no se llega desde ningún inicio; conéctelo con el paso anterior o elimínelo.
check-dead-end = { $step } no lleva a ninguna parte; conéctelo con el paso siguiente o conviértalo en un fin.
check-no-way-to-end = Desde { $step } ningún camino llega a un fin; busque dónde se cortan los caminos que siguen y llévelos a un fin.
check-loop-without-exit = No hay salida del ciclo de { $steps }; añada una decisión con una rama que salga de él.

check-several-starts = La página tiene varios inicios: { $steps }; deje uno solo o ponga cada proceso en su propia página.
check-start-with-incoming = Un conector entra en el inicio { $step }; llévelo al paso que sigue al inicio.
check-end-with-outgoing = Un conector sale del fin { $step }; elimínelo o convierta el fin en un paso normal.
check-free-end = El conector { $connector } tiene un extremo suelto; arrástrelo hasta un paso o elimine el conector.
check-self-loop = Un conector sale de { $step } y vuelve directamente al mismo paso; ponga una decisión en medio o elimine el conector.

check-link-lost = { $step } lleva a { $address }, que no existe o no se puede abrir; corrija el enlace o quítelo.
check-no-partner = Ningún otro conector dice { $step }: un símbolo conector lleva al que tiene la misma letra; añádalo o dé un enlace a este.
check-too-few-branches = { $step } tiene una sola rama; añada la otra respuesta o conviértalo en un paso normal.
check-unlabelled-branch = { $step } tiene una rama sin etiqueta, hacia { $to }; escríbale una, por ejemplo Sí o No.
check-equal-branches = { $step } tiene varias ramas con la etiqueta { $label }; dé a cada una la suya.
check-several-ways-out = De { $step } salen varios conectores y nada indica cuál seguir; ponga una decisión a continuación.
check-share-missing = Unas ramas de { $step } tienen porcentaje y otras no; indique los que faltan.
check-shares-not-whole = Los porcentajes de { $step } suman { $sum } %; corríjalos para que sumen 100 %.

check-text-cut-off = El texto de { $step } no cabe ({ $languages }); agrande el paso o acorte el texto.
check-missing-glyphs = { $step } tiene caracteres que ninguna fuente puede mostrar: { $characters }; sustitúyalos.
check-missing-translation = Falta la traducción de { $label } ({ $languages }); añádala.
check-outdated-translation = El texto de { $label } ({ $languages }) puede haber quedado anticuado, porque el otro ({ $original }) cambió después; corríjalo, o confirme que sigue siendo correcto.
check-empty-label = Un paso no tiene texto; escriba qué se hace en él.

check-outside-lane = { $step } se sale de su carril { $lane }; muévalo dentro del carril o agrande el carril.
check-outside-phase = { $step } se sale de su fase { $phase }; muévalo dentro de la fase o asígnelo a otra.
check-overlap = { $step } tapa { $other }; mueva uno de los dos.
check-not-orthogonal = El conector { $connector } corre en diagonal; vuelva a trazarlo.
check-through-step = El conector { $connector } atraviesa { $step }; vuelva a trazarlo o mueva el paso.
check-turns-back = El conector { $connector } vuelve sobre sí mismo; vuelva a trazarlo o quite el codo.
check-shared-place = El conector { $connector } llega donde sale { $other }, y no se sabe de cuál es la flecha; vuelva a trazarlo.
check-label-on-step = La etiqueta { $label } del conector { $connector } está sobre { $step }; arrástrela a otro lugar o vuelva a colocarla.
check-label-on-label = La etiqueta { $label } del conector { $connector } está sobre la etiqueta { $other }; arrastre una de ellas a otro lugar.
check-label-on-line = La etiqueta { $label } del conector { $connector } está sobre el conector { $other }; arrástrela a otro lugar o vuelva a colocarla.

check-merge-conflict = { $what }

check-not-routed = El conector { $connector } aún no tiene recorrido; trácelo.
check-no-shares = No se indica con qué frecuencia se toma cada rama de { $step }; introduzca los porcentajes para verlos en el análisis.
check-empty-lane = El carril { $lane } está vacío; ponga un paso en él o elimínelo.
check-missing-goal = { $step } no tiene objetivo; indique qué se habrá logrado al terminarlo.
check-missing-time = { $step } no tiene tiempo de gestión; indique cuánto suele durar.

# Lo que se puede corregir de inmediato.
fix-connect-next-one = Conectar con «{ $step }»
fix-connect-next-which = Conectar con…
fix-connect-previous-one = Llegar aquí desde «{ $step }»
fix-connect-previous-which = Llegar aquí desde…
fix-add-end = Añadir un fin después
fix-end-text = Terminado
fix-past-start = Llevar al paso que sigue al inicio
fix-delete-outgoing = Eliminar lo que sale
fix-make-process = Convertir en paso normal
fix-even-shares = Completar hasta el 100 %
fix-fit-text = Ajustar al texto
fix-confirm-translation = Sigue siendo correcto
fix-into-lane = Mover a su carril
fix-into-phase = Mover a su fase
fix-tidy = Ordenar la línea
fix-place-label = Volver a colocar la etiqueta
fix-delete-connector = Eliminar el conector
fix-delete-lane = Eliminar el carril
fix-label-branches = Etiquetar Sí y No
fix-label-branches-which = Etiquetar Sí y No…
fix-remove-marks = Dejarlo como está
fix-take-theirs = Tomar la otra versión
fix-take-removal = Eliminarlo
fix-yes = Sí
fix-no = No
