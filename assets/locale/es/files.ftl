### Archivos: por qué uno no se abrió, guardó o dibujó. La primera línea dice qué y dónde; la segunda, qué hacer.

file-missing =
    No existe ese archivo: { $place }
    Revise el nombre; quizá se movió o se le cambió el nombre.
file-not-a-file =
    Esto no es un archivo, sino una carpeta o un dispositivo: { $place }
    Elija el archivo de un documento.
file-unreadable =
    El archivo no se puede leer ({ $detail }): { $place }
    Compruebe que tiene permiso para leerlo y que su unidad está conectada.
file-too-large =
    El archivo ocupa más de 64 MiB: { $place }
    Los documentos son mucho más pequeños; compruebe que es el archivo correcto.
file-empty =
    El archivo está vacío: { $place }
    Abra una copia anterior.
file-binary =
    El archivo no es texto, sino una imagen, un archivo comprimido o un programa: { $place }
    Elija un documento de Laneway.
file-not-utf8 =
    El archivo no es texto UTF-8: { $place }
    Guárdelo como UTF-8 en un editor de texto o abra una copia anterior.
file-not-ours =
    El archivo no es un documento de Laneway: { $place }
    Un documento empieza por (format: "laneway", version: 1, …).
file-newer =
    El archivo se creó con un Laneway más reciente (versión { $detail } del formato): { $place }
    Actualice Laneway para abrirlo.
file-odd-version =
    El archivo no tiene una versión que Laneway conozca (se encontró { $detail }): { $place }
    Escriba ahí version: 1 o abra una copia anterior.
file-damaged =
    El archivo está dañado ({ $detail }): { $place }
    Corrija ese lugar en un editor de texto o abra una copia anterior.
file-too-deep =
    El archivo tiene más de 32 paréntesis anidados: { $place }
    Ningún documento los tiene; abra una copia anterior.
file-content =
    El archivo no se puede abrir: { $detail }: { $place }
    Corrija ese lugar en un editor de texto o abra una copia anterior.

save-no-folder =
    No existe la carpeta donde guardar: { $place }
    Elija otro lugar.
save-not-a-file =
    Esto no es un archivo, sino una carpeta o un dispositivo: { $place }
    Elija otro nombre.
save-protected =
    El archivo está protegido contra escritura: { $place }
    Guarde con otro nombre o quite la protección.
save-failed =
    El archivo no se puede guardar ({ $detail }): { $place }
    Compruebe que hay espacio y que tiene permiso para escribir ahí, o elija otro lugar.

draw-too-large = la imagen tendría { $width } × { $height } píxeles; son posibles { $most } por lado como máximo, elija un tamaño menor
draw-nothing = una imagen de este tamaño no tiene píxeles; elija un tamaño mayor
draw-failed = la imagen no se pudo dibujar: { $detail }
write-onto-document = una exportación nunca sustituye un diagrama; elija otro nombre
write-other-kind = el archivo que hay es de otro tipo; elija otro nombre
