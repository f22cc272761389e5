### Files: why one was not opened, saved or drawn. The first line says what and where, the second what to do.

file-missing =
    There is no such file: { $place }
    Check the name; perhaps it was moved or renamed.
file-not-a-file =
    This is not a file but a folder or a device: { $place }
    Choose a document file.
file-unreadable =
    The file cannot be read ({ $detail }): { $place }
    Check that you may read it and that its drive is connected.
file-too-large =
    The file is larger than 64 MiB: { $place }
    Documents are far smaller; check that this is the right file.
file-empty =
    The file is empty: { $place }
    Open an older copy of it.
file-binary =
    The file is not text but a picture, an archive or a program: { $place }
    Choose a Laneway document.
file-not-utf8 =
    The file is not UTF-8 text: { $place }
    Save it as UTF-8 in a text editor, or open an older copy.
file-not-ours =
    The file is not a Laneway document: { $place }
    A document begins with (format: "laneway", version: 1, …).
file-newer =
    The file was made by a newer Laneway (version { $detail } of the format): { $place }
    Update Laneway to open it.
file-odd-version =
    The file has no version that Laneway knows (found { $detail }): { $place }
    Write version: 1 there, or open an older copy.
file-damaged =
    The file is damaged ({ $detail }): { $place }
    Correct that place in a text editor, or open an older copy.
file-too-deep =
    The file has more than 32 brackets within each other: { $place }
    Documents never do; open an older copy.
file-content =
    The file cannot be opened: { $detail }: { $place }
    Correct that place in a text editor, or open an older copy.

save-no-folder =
    There is no such folder to save in: { $place }
    Choose another place.
save-not-a-file =
    This is not a file but a folder or a device: { $place }
    Choose another name.
save-protected =
    The file is write-protected: { $place }
    Save under another name, or lift the protection.
save-failed =
    The file cannot be saved ({ $detail }): { $place }
    Check that there is room and that you may write there, or choose another place.

draw-too-large = the picture would be { $width } × { $height } pixels; at most { $most } a side are possible, choose a smaller size
draw-nothing = a picture of this size has no pixels; choose a larger size
draw-failed = the picture could not be drawn: { $detail }
write-onto-document = an export never replaces a chart; choose another name
write-other-kind = the file there is of another kind; choose another name
