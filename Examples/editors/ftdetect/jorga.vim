autocmd BufNewFile,BufRead *.jorga setfiletype jorga
autocmd BufNewFile,BufRead *.pattern setfiletype pattern
