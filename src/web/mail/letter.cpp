#include "web/mail/letter.hpp"

#include "base/text.hpp"
#include "web/markup/html.hpp"

namespace medskapa::web::mail {
namespace {

using Kind = Letter::Block::Kind;

constexpr std::size_t line_length = 72;

/// Words in lines, each after `mark`. A word that is longer than a line stays whole.
std::string wrapped(std::string_view text, std::string_view mark = "") {
    std::string lines;
    for (const auto& paragraph : text::split(text, '\n')) {
        std::string line{mark};
        bool is_empty = true;
        for (const auto& word : text::split(text::one_line(paragraph), ' ')) {
            if (!is_empty && text::length(line) + 1 + text::length(word) > line_length) {
                lines += line + '\n';
                line = mark;
                is_empty = true;
            }
            if (!is_empty) line += ' ';
            line += word;
            is_empty = false;
        }
        lines += text::trimmed(line) + '\n';
    }
    return lines;
}

std::string underlined(const std::string& heading, char with) {
    return heading + '\n' + std::string(std::min(text::length(heading), line_length), with) + '\n';
}

std::string plain(const Letter::Block& block) {
    switch (block.kind) {
        case Kind::heading: return '\n' + underlined(block.text, '-');
        case Kind::quote: return wrapped(block.text, "> ");
        case Kind::code: return "    " + block.text + '\n';
        case Kind::fact: return wrapped(block.label + ": " + block.text);
        case Kind::link: return block.label + ":\n" + block.text + '\n';
        case Kind::paragraph: break;
    }
    return wrapped(block.text);
}

/// Facts stand line by line, all else with space between.
std::string plain(const std::vector<Letter::Block>& blocks) {
    std::string text;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool goes_on = i > 0 && blocks[i].kind == Kind::fact && blocks[i - 1].kind == Kind::fact;
        if (i > 0 && !goes_on) text += '\n';
        text += plain(blocks[i]);
    }
    return text;
}

/// What people wrote keeps its lines.
Html with_lines(const std::string& text) {
    Html lines;
    for (const auto& line : text::split(text, '\n')) lines += html("{}<br>", line);
    return lines;
}

Html view(const Letter::Block& block) {
    switch (block.kind) {
        case Kind::heading: return html("<h2>{}</h2>\n", block.text);
        case Kind::quote: return html("<blockquote>{}</blockquote>\n", with_lines(block.text));
        case Kind::code: return html("<p class=\"code\">{}</p>\n", block.text);
        case Kind::fact: return html("<p class=\"fact\">{}: <b>{}</b></p>\n", block.label, block.text);
        case Kind::link: return html("<p><a href=\"{}\">{}</a></p>\n", block.text, block.label);
        case Kind::paragraph: break;
    }
    return html("<p>{}</p>\n", block.text);
}

/// In the page, since mail programs fetch none. Larger text wraps; nothing is told by colour alone.
Html styles() {
    return html(R"(<style>
body {{ margin: 0; padding: 1rem; background: #f6f3ea; color: #1f2a2b; font: 1rem/1.55 system-ui, "Segoe UI", Arial, sans-serif; overflow-wrap: anywhere }}
main, footer {{ max-width: 38rem; margin: 0 auto; padding: 1.25rem }}
main {{ background: #fff; border-top: 4px solid #1d5647 }}
h1, h2 {{ font-family: Georgia, serif; line-height: 1.25 }}
h1 {{ font-size: 1.5rem }} h2 {{ font-size: 1.15rem }}
a {{ color: #185a80 }}
blockquote {{ margin: 0 0 1rem; padding-left: .875rem; border-left: 3px solid #1d5647 }}
.code {{ padding: .75rem 1rem; background: #eee9dd; font: 600 1.2rem/1.5 ui-monospace, monospace }}
.fact {{ margin: 0 0 .25rem }}
footer {{ font-size: .875rem }}
@media (prefers-color-scheme: dark) {{
body {{ background: #121a1b; color: #ece7db }} main {{ background: #1a2425; border-top-color: #93d0b6 }} a {{ color: #98cae8 }} .code {{ background: #0d1415 }}
}}
</style>)");
}

}  // namespace

std::string as_plain(const Letter& letter) {
    return letter.from_name + "\n\n" + underlined(letter.heading, '=') + '\n' + plain(letter.blocks) +
           "\n-- \n" + plain(letter.foot);
}

std::string as_html(const Letter& letter) {
    return html(R"(<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{subject}</title>
{styles}
</head>
<body>
<main>
<p>{from}</p>
<h1>{heading}</h1>
{blocks}</main>
<footer>
{foot}</footer>
</body>
</html>
)",
        "lang"_a = std::string{letter.language.tag()}, "subject"_a = letter.subject, "styles"_a = styles(),
        "from"_a = letter.from_name, "heading"_a = letter.heading, "blocks"_a = each(letter.blocks, view),
        "foot"_a = each(letter.foot, view))
        .markup();
}

}  // namespace medskapa::web::mail
