#pragma once

#include "web/markup/html.hpp"
#include "web/words/words.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace medskapa::web::ui {

/// What became of a synpunkt. Shape and word carry it; colour only helps. There are no others.
enum class Outcome { yes, part, no, noted, wait };

Html outcome(Outcome, const Words&);
/// "1 tillgodosedd", "3 delvis tillgodosedda"
Html outcome_count(Outcome, std::int64_t, const Words&);

enum class Tone { info, good, warn, bad };

/// At most one a page: what matters now.
Html notice(Tone, const Html& content);

/// What came of the act that led to this page. A screen reader says it by itself.
Html status(const Html& content);

/// Something to open. `is_open`: it takes input now.
struct Card {
    std::string href;
    std::string title;
    Html text = {};
    std::string until = {};
    std::string meta = {};
    bool is_open = false;
};

Html card(const Card&);
/// Cards, or any pieces, side by side where there is space.
Html grid(const Html& pieces);

struct Fact {
    std::string label;
    std::string value;
};

/// Figures in large type with what they count under them.
Html facts(const std::vector<Fact>&);

/// A stub to keep: the code, and what it stands for.
struct Receipt {
    std::string title;
    std::string code;
    std::vector<Fact> facts;
};

Html receipt(const Receipt&);

/// Letters and digits that prove something, with their own scroll.
Html proof(const std::string& label, const std::vector<std::string>& lines);

}  // namespace medskapa::web::ui
