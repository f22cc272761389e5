### Tablas de entrada y salida: qué fue de cada cosa, y por qué un archivo no dio ninguna tabla.

import-summary =
    Se importaron { $steps ->
        [one] 1 paso
       *[other] { $steps } pasos
    }, { $connectors ->
        [one] 1 conexión
       *[other] { $connectors } conexiones
    } y { $lanes ->
        [one] 1 carril
       *[other] { $lanes } carriles
    } de { $file }.
import-summary-written =
    Se escribieron { $steps ->
        [one] 1 paso
       *[other] { $steps } pasos
    }, { $connectors ->
        [one] 1 conexión
       *[other] { $connectors } conexiones
    } y { $lanes ->
        [one] 1 carril
       *[other] { $lanes } carriles
    } en { $file }.
import-outlook =
    { $steps ->
        [one] 1 paso
       *[other] { $steps } pasos
    }, { $connectors ->
        [one] 1 conexión
       *[other] { $connectors } conexiones
    } y { $lanes ->
        [one] 1 carril
       *[other] { $lanes } carriles
    } en { $file }.
import-nothing-lost = No se cambió ni se omitió nada.
import-changed-and-left-out =
    { $changed ->
        [one] Se cambió 1 cosa
       *[other] Se cambiaron { $changed } cosas
    } y { $lost ->
        [one] se omitió 1
       *[other] se omitieron { $lost }
    }.
import-changed =
    { $changed ->
        [one] Se cambió 1 cosa.
       *[other] Se cambiaron { $changed } cosas.
    }
import-left-out =
    { $lost ->
        [one] Se omitió 1 cosa.
       *[other] Se omitieron { $lost } cosas.
    }
import-line-refused = Rechazado
import-line-dropped = Omitido
import-line-changed = Cambiado
import-line-property = Conservado como propiedad
import-line-note = Nota
import-line-kept = Conservado

import-table-unknown-next = { $place }: «{ $what }» no es el identificador de ningún paso; se omitió la conexión
import-table-next-spelling = { $place }: «{ $what }» se tomó por el paso «{ $result }»
import-table-duplicate-id = { $place }: el identificador «{ $what }» ya se usó antes; las conexiones van al primer paso que lo tiene
import-table-missing-id =
    «{ $what }»: { $count ->
        [one] 1 paso no tiene
       *[other] { $count } pasos no tienen
    } identificador; nada puede llevar allí
import-table-surplus-label = { $place }: no hay conexión para la etiqueta «{ $what }»; se omitió
import-table-no-step = { $place }: la fila no tiene identificador ni descripción y se omitió: { $what }
import-table-unknown-kind = { $place }: no se conoce el tipo de forma «{ $what }»; el paso quedó como proceso
import-table-kind-spelling = { $place }: el tipo de forma «{ $what }» se tomó por «{ $result }»
import-table-other-kind = { $place }: no hay símbolo para «{ $what }»; el paso quedó como «{ $result }»
import-table-lane-spelling = { $place }: «{ $what }» se tomó por el carril «{ $result }»
import-table-phase-spelling = { $place }: «{ $what }» se tomó por la fase «{ $result }»
import-table-too-many-lanes = { $place }: una página tiene como máximo 400 carriles; «{ $what }» se puso en el último, «{ $result }»
import-table-other-pool = { $place }: un carril está en un solo grupo; «{ $what }» se omitió por «{ $result }»
import-table-too-many-phases = { $place }: una página tiene como máximo 400 fases; «{ $what }» se puso en la última, «{ $result }»
import-table-no-lane =
    «{ $what }»: { $count ->
        [one] 1 paso no indica
       *[other] { $count } pasos no indican
    } función y quedan en un carril sin nombre
import-table-extra-column =
    «{ $place }»: la columna «{ $what }» se conservó como propiedad de { $count ->
        [one] 1 paso
       *[other] { $count } pasos
    }
import-table-ignored-column =
    «{ $place }»: se omitió la columna «{ $what }» ({ $count ->
        [one] 1 valor
       *[other] { $count } valores
    })
import-table-guessed-column = «{ $place }»: la columna «{ $what }» se tomó por «{ $result }»
import-table-beyond-columns =
    «{ $what }»: { $count ->
        [one] 1 valor está fuera de las columnas y se omitió
       *[other] { $count } valores están fuera de las columnas y se omitieron
    }, primero en { $place }
import-table-outside =
    { $count ->
        [one] 1 celda no pertenece a ninguna tabla de pasos y se omitió
       *[other] { $count } celdas no pertenecen a ninguna tabla de pasos y se omitieron
    }, la primera { $place }
import-table-formulas =
    «{ $what }»: { $count ->
        [one] 1 valor viene de una fórmula
       *[other] { $count } valores vienen de fórmulas
    }; se tomó lo último que se mostró
import-table-error-value = { $place }: la celda contiene el error { $what } y se omitió
import-table-cut-text = { $place }: el texto tiene más de 10 000 caracteres y se cortó: «{ $what }»
import-table-cleaned-text = { $place }: se quitaron caracteres de control de «{ $what }»
import-table-bad-bytes =
    { $count ->
        [one] 1 carácter no se pudo leer y quedó como �
       *[other] { $count } caracteres no se pudieron leer y quedaron como �
    }; guarde el archivo como UTF-8
import-table-in-order = «{ $what }» no dice qué sigue; las filas se conectaron en su orden
import-table-guessed-kinds =
    «{ $what }» no tiene tipos de forma; { $count ->
        [one] se eligió 1
       *[other] se eligieron { $count }
    } por los textos y las conexiones
import-table-id-as-text = «{ $what }» no tiene descripciones; los identificadores son los textos de los pasos
import-table-out-comma = La etiqueta «{ $what }» tiene una coma, que en una tabla separa etiquetas; quedó como «{ $result }»
import-table-out-note = La nota «{ $what }» no es un paso y se omitió
import-table-out-kind = El paso «{ $what }» quedó como «{ $result }», porque las tablas no tienen palabra para su símbolo
import-table-out-free-end = Un conector «{ $what }» termina en el vacío o en una nota y se omitió
import-table-out-connector-kind =
    { $count ->
        [one] 1 mensaje o asociación quedó como conexión corriente
       *[other] { $count } mensajes y asociaciones quedaron como conexiones corrientes
    }
import-table-out-empty-lane = El carril «{ $what }» no tiene pasos y se omitió
import-table-out-empty-pool = El grupo de carriles «{ $what }» no tiene pasos y se omitió
import-table-out-pool-name = El grupo de carriles «{ $what }» se llama «{ $result }» en la tabla
import-table-out-empty-phase = La fase «{ $what }» no tiene pasos y se omitió
import-table-out-lane-order = Los carriles quedarán en otro orden, porque una tabla los muestra en el orden de sus primeros pasos
import-table-out-details =
    { $count ->
        [one] 1 particular
       *[other] { $count } particulares
    } de pasos y conectores (detalles aparte de la descripción, tiempos, enlaces, colores, propiedades, porcentajes) no { $count ->
        [one] tiene columna y se omitió
       *[other] tienen columna y se omitieron
    }
import-table-out-places = Los lugares y las rutas no forman parte de una tabla
import-table-out-formula =
    { $count ->
        [one] 1 texto empieza como una fórmula y recibió
       *[other] { $count } textos empiezan como una fórmula y recibieron
    } un apóstrofo delante, para que ninguna hoja de cálculo lo calcule

import-chart-places-anew =
    «{ $what }»: no se pudo mantener la posición de { $count ->
        [one] 1 paso; se colocó
       *[other] { $count } pasos; se colocaron
    } de nuevo
import-chart-lines-anew =
    «{ $what }»: no se pudo mantener la línea de { $count ->
        [one] 1 conexión; se trazó
       *[other] { $count } conexiones; se trazaron
    } de nuevo
import-chart-free-end = { $place }: la conexión «{ $what }» termina en algo que no existe; ese extremo quedó libre
import-chart-lost-connector = { $place }: la conexión «{ $what }» tiene un extremo que no está en ninguna parte y se omitió
import-chart-without-lane =
    «{ $what }»: { $count ->
        [one] 1 paso no está en ningún carril y pasó
       *[other] { $count } pasos no están en ningún carril y pasaron
    } a uno sin nombre
import-chart-cut-texts =
    { $count ->
        [one] 1 texto tenía más de 10 000 caracteres y se cortó
       *[other] { $count } textos tenían más de 10 000 caracteres y se cortaron
    }
import-chart-cleaned-texts =
    Se quitaron caracteres de control de { $count ->
        [one] 1 texto
       *[other] { $count } textos
    }

import-geometry-unknown-kind = { $place }: no se conoce el tipo «{ $what }»; el paso se convirtió en un proceso
import-geometry-duplicate-id = { $place }: el identificador «{ $what }» ya se usó antes; las conexiones llevan al primer paso que lo tiene
import-geometry-unknown-pool = { $place }: «{ $what }» no es el identificador de un grupo de carriles anterior; no está en ninguno
import-geometry-unknown-lane = { $place }: «{ $what }» no es el identificador de un carril; el paso pasó al carril donde está
import-geometry-extra-field =
    El campo «{ $what }» se guardó como propiedad de { $count ->
        [one] 1 paso o conexión
       *[other] { $count } pasos o conexiones
    }
import-geometry-unread-field =
    El campo «{ $what }» no se conoce y se omitió ({ $count ->
        [one] 1 valor
       *[other] { $count } valores
    })

table-empty =
    El archivo no contiene ninguna tabla: { $place }
    Ábralo en una hoja de cálculo y compruebe que es el correcto.
table-not-a-table =
    El archivo no es una tabla: { $place }
    Guárdelo como .xlsx o .csv en una hoja de cálculo y elija ese archivo.
table-damaged =
    El libro está dañado ({ $part }: { $detail }): { $place }
    Ábralo en una hoja de cálculo y guárdelo de nuevo.
table-bomb =
    El libro se desempaqueta en mucho más de lo que parece, o está compuesto de forma extraña ({ $part }), y no se leyó: { $place }
    Compruebe de dónde viene; si confía en él, guárdelo de nuevo en una hoja de cálculo.
table-entities =
    El libro declara entidades ({ $part }), que ninguna hoja de cálculo escribe, y no se leyó: { $place }
    Compruebe de dónde viene; si confía en él, guárdelo de nuevo en una hoja de cálculo.
table-too-many =
    La tabla llega demasiado lejos ({ $part }); se leen como máximo 100 000 filas y 16 384 columnas: { $place }
    Divídala en varios archivos.
table-no-steps =
    Ninguna columna contiene los identificadores o las descripciones de los pasos: { $place }
    Las columnas son { $detail }. Llame a una «Id. de paso de proceso» o «Descripción de paso de proceso», o indique en la línea de órdenes cuál es: --map COLUMNA=description
table-no-such-table =
    No hay ninguna tabla «{ $part }»: { $place }
    Hay { $detail }.
table-no-such-column =
    No hay ninguna columna «{ $part }»: { $place }
    Hay { $detail }.

table-not-made = la tabla no se pudo crear: { $detail }

drawing-too-many =
    El dibujo tiene más de 100 000 pasos: { $place }
    Divídalo en varios archivos.
drawing-no-steps =
    El archivo no contiene ninguna lista de pasos ni de conexiones: { $place }
    Elija la geometría de un diagrama, como la que escribe «laneway export -o NOMBRE.json».
drawing-damaged =
    El dibujo está dañado (línea { $line }, columna { $column }: { $detail }): { $place }
    Vuelva a escribirlo con el programa del que procede.
