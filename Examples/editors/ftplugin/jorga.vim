setlocal commentstring=//\ %s comments=:// iskeyword+=-
let b:undo_ftplugin = 'setlocal commentstring< comments< iskeyword<'
