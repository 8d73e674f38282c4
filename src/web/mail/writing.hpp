#pragma once

#include "base/text.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/mail/letters.hpp"

namespace medskapa::web::mail {

inline constexpr std::size_t letters_of_copy = 4'000;

/// One letter being written.
struct Writing {
    sql::Connection& db;
    const Office& office;
    const Mail& mail;
    const Process& process;
    const Words& words;
    Letter letter = {};

    void paragraph(std::string text) {
        letter.blocks.push_back({Letter::Block::Kind::paragraph, std::move(text)});
    }
    void heading(std::string text) {
        letter.blocks.push_back({Letter::Block::Kind::heading, std::move(text)});
    }
    void quote(const std::string& text) {
        letter.blocks.push_back({Letter::Block::Kind::quote, text::excerpt(text, letters_of_copy)});
    }
    void fact(std::string label, std::string text) {
        letter.blocks.push_back({Letter::Block::Kind::fact, std::move(text), std::move(label)});
    }
    void link(std::string label, const std::string& path) {
        letter.blocks.push_back({Letter::Block::Kind::link, whole(path), std::move(label)});
    }
    /// What the code stands for, or that it is left out.
    std::string hidden(std::string code) const {
        return office.hides_codes ? std::string{"…"} : std::move(code);
    }
    std::string whole(const std::string& path) const {
        return office.base_url + in_language(words.language(), path);
    }
    void title(std::string subject, std::string its_heading) {
        letter.subject = std::move(subject);
        letter.heading = std::move(its_heading);
    }
};

}  // namespace medskapa::web::mail
