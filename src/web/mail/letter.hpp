#pragma once

#include "web/words/words.hpp"

#include <string>
#include <vector>

namespace medskapa::web::mail {

/// The words of a mail, as blocks: both its forms are made of them.
struct Letter {
    struct Block {
        enum class Kind {
            paragraph,
            heading,
            quote,  // what a person wrote
            code,   // to read aloud or copy
            fact,   // `label`: `text`
            link,   // `label`, and `text` is its address
        };
        Kind kind = Kind::paragraph;
        std::string text = {};
        std::string label = {};
    };

    Language language = Language::sv;
    std::string from_name = {};  // the region, or the process
    std::string subject = {};    // of no person: neither a name nor what somebody wrote
    std::string heading = {};
    std::vector<Block> blocks = {};
    std::string unsubscribe =
        {};  // an address that ends it by one click; empty for what nobody subscribed to
    std::vector<Block> foot = {};  // why it came, how to end it, who sent it
};

/// Lines of 72 characters at most, but for addresses and codes, which stay whole.
std::string as_plain(const Letter&);

/// A page that needs nothing from anywhere, readable without its styles, light and dark.
std::string as_html(const Letter&);

}  // namespace medskapa::web::mail
