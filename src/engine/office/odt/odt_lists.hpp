#pragma once

#include "engine/office/blocks.hpp"
#include "engine/office/odt/odt_styles.hpp"

#include <map>
#include <memory>
#include <vector>

namespace medskapa::office {

/// The lists of an ODT that are open where the reader stands, and how far each is counted (OpenDocument 1.3
/// part 3, 5.3).
class OdtLists {
public:
    explicit OdtLists(const OdtStyles& styles) : styles_{styles} {}

    void open_list(const Attributes&);
    void close_list();
    /// An item, or a list's head, which has no sign.
    void open_item(const Attributes&, bool is_head);
    /// What the next paragraph is in its list; nothing where it is no item's first.
    std::optional<Block> next_item(const std::string& paragraph_style);
    /// The next heading's number, in its list or else by the levels of headings.
    std::string next_heading(const Attributes&, std::size_t level);

private:
    struct List {
        std::string style;
        std::shared_ptr<Counters> counters;
        bool is_item = false;
        bool is_begun = false;  // the item's first paragraph has been
        std::optional<int> start = {};
    };

    std::size_t level() const;
    std::string style_for(const std::string& paragraph_style) const;
    int count(const std::string& style, std::size_t at);

    const OdtStyles& styles_;
    std::vector<List> open_;
    std::map<std::string, std::shared_ptr<Counters>> by_style_, by_id_;
    Counters outline_;
};

}  // namespace medskapa::office
