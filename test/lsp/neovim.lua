-- Runs in a headless Neovim: opens the letter that is named first, asks the server for all that it offers, corrects the first
-- label, and writes what came back as JSON into the file that is named second. `$IMR_SERVER` is the command as JSON.
local letter, answer_file = arg[1], arg[2]
local command = vim.fn.json_decode(vim.env.IMR_SERVER)
local wait = 20000

vim.filetype.add({ extension = { imr = 'imr-letter' }, pattern = { ['.*%.imr%.txt'] = 'imr-letter' } })
if vim.lsp.config then
  vim.lsp.config('imr_letters', { cmd = command, filetypes = { 'imr-letter' } })
  vim.lsp.enable('imr_letters')
else
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'imr-letter',
    callback = function(event)
      local client = vim.lsp.start_client({ name = 'imr_letters', cmd = command, root_dir = vim.fn.getcwd() })
      vim.lsp.buf_attach_client(event.buf, client)
    end,
  })
end

vim.cmd('filetype on')
vim.cmd('edit ' .. vim.fn.fnameescape(letter))
local buffer = vim.api.nvim_get_current_buf()
-- Before 0.8 file types given in Lua were not asked for by themselves.
if vim.fn.has('nvim-0.8') == 0 then vim.bo[buffer].filetype = 'imr-letter' end

local function client()
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  for _, each in ipairs(get()) do
    if each.name == 'imr_letters' and (each.initialized or each.server_capabilities) then return each end
  end
end

local function request(method, params)
  params.textDocument = { uri = vim.uri_from_bufnr(buffer) }
  for _, answer in pairs(vim.lsp.buf_request_sync(buffer, method, params, wait) or {}) do return answer.result end
end

local function as_sent(diagnostic)
  local sent = diagnostic.user_data and diagnostic.user_data.lsp or {}
  return {
    range = {
      start = { line = diagnostic.lnum, character = diagnostic.col },
      ['end'] = { line = diagnostic.end_lnum, character = diagnostic.end_col },
    },
    message = diagnostic.message,
    code = sent.code or diagnostic.code,
    source = diagnostic.source,
    severity = diagnostic.severity,
    data = sent.data,
  }
end

-- A label that is corrected is no problem any more; one that is inserted has nothing behind it yet.
local function first_fix(diagnostics)
  for _, diagnostic in ipairs(diagnostics) do
    local sent = as_sent(diagnostic)
    local about = { range = sent.range, context = { diagnostics = { sent } } }
    local actions = sent.code == 'label.spelling' and request('textDocument/codeAction', about)
    for _, action in ipairs(actions or {}) do
      if action.edit then return action end
    end
  end
end

vim.wait(wait, function() return client() ~= nil end, 10)
vim.wait(wait, function() return #vim.diagnostic.get(buffer) > 0 end, 10)
local diagnostics = vim.diagnostic.get(buffer)
local before = #diagnostics
local result = {
  filetype = vim.bo[buffer].filetype,
  symbols = request('textDocument/documentSymbol', {}),
  diagnostics = vim.tbl_map(as_sent, diagnostics),
}
local line, column = unpack(vim.fn.searchpos('MTUS', 'nw'))
result.hover = request('textDocument/hover', { position = { line = line - 1, character = column } })
local fix = first_fix(diagnostics)
if fix then
  result.fix = fix.title
  vim.lsp.util.apply_workspace_edit(fix.edit, client().offset_encoding)
  vim.wait(wait, function() return #vim.diagnostic.get(buffer) < before end, 10)
  result.after = #vim.diagnostic.get(buffer)
end
result.lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
local file = assert(io.open(answer_file, 'w'))
file:write(vim.fn.json_encode(result))
file:close()
vim.cmd('qall!')
