#pragma once

#include "engine/office/docx/docx_styles.hpp"
#include "engine/office/text/numbering.hpp"

#include <set>

namespace medskapa::office {

/// The lists of a DOCX (ECMA-376 part 1, 17.9), and where their counting stands.
class DocxNumbering {
public:
    static Result<DocxNumbering> read(const Package&, const std::string& part, const DocxStyles&);

    /// A paragraph's number in its list.
    struct Number {
        bool is_bullet = false;
        bool is_plain = false;     // 1. or 1), as Markdown has it
        int own = 1;               // of its own, without those above it
        std::string printed = {};  // as its author sees it: "3.2", "b)", "§ 4"; empty for a bullet
    };
    /// The next paragraph's. Nothing outside of lists, and where a level shows nothing.
    std::optional<Number> next(const ParagraphStyle& resolved);
    std::size_t level_of(const ParagraphStyle& resolved) const;
    /// Counting begins anew, as in another part of the file.
    void begin_again();

private:
    struct Level {
        NumberFormat format = NumberFormat::decimal;
        bool is_bullet = false;
        bool has_figures_above = false;  // the numbers above it are figures, however they are printed there
        int start = 1;
        std::optional<std::size_t> restarts_after = {};
        std::string pattern = {};  // "%1.%2"
        std::string style = {};    // whose paragraphs belong here
    };
    using Levels = std::map<std::size_t, Level>;
    struct Abstract {
        Levels levels = {};
        std::string stands_for = {};  // the numbering style whose list it is
        std::string is_of = {};       // the numbering style that it is the list of
    };
    struct List {
        std::string abstract = {};
        Levels levels = {};  // that differ from the abstract list's
        std::map<std::size_t, int> restarts = {};
    };

    XmlEvents events();
    void open(std::string_view name, const Attributes&);
    void note_level(Level&, std::string_view name, const Attributes&) const;
    /// The abstract list that a list goes back to in the end.
    std::string abstract_of(const std::string& list) const;
    const Level* level_in(const std::string& list, std::size_t level) const;
    std::string printed(const std::string& list, std::size_t level, const Counters&) const;

    std::map<std::string, Abstract> abstracts_;
    std::map<std::string, List> lists_;
    std::map<std::string, Counters> counters_;             // by abstract list
    std::set<std::pair<std::string, std::size_t>> begun_;  // lists' levels whose restart has been
    const DocxStyles* styles_ = nullptr;
    // Where the walk stands.
    std::string abstract_here_, list_here_;
    std::size_t level_here_ = 0;
    bool in_level_ = false;
};

}  // namespace medskapa::office
