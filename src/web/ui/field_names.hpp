#pragma once

#include "base/names.hpp"
#include "domain/field.hpp"

#include <string>

namespace medskapa {

/// What the fields are called in forms, and as columns of the tables that are read in.
template <>
inline constexpr auto names_of<Field> = names<Field>({
    {Field::title, "titel"},
    {Field::text, "text"},
    {Field::address, "adress"},
    {Field::code, "kod"},
    {Field::kind, "slag"},
    {Field::reason, "skal"},
    {Field::name, "namn"},
    {Field::role, "roll"},
    {Field::email, "epost"},
    {Field::leader_email, "din-epost"},
    {Field::body, "organ"},
    {Field::version, "version"},
    {Field::date, "dag"},
    {Field::ends, "slutar"},
    {Field::closes, "stanger"},
    {Field::documents, "dokument"},
    {Field::file, "fil"},
    {Field::chosen, "val"},
    {Field::heading, "rubrik"},
    {Field::topic, "amne"},
    {Field::concerns, "galler"},
    {Field::proposal, "forslag"},
    {Field::municipality, "kommun"},
    {Field::actor_kind, "vem"},
    {Field::organisation, "organisation"},
    {Field::contact, "kontakt"},
    {Field::age_class, "alder"},
    {Field::received, "mottaget"},
    {Field::channel, "kanal"},
    {Field::activity, "aktivitet"},
    {Field::shown_heading, "visad-rubrik"},
    {Field::shown_text, "visad-text"},
    {Field::passage, "passage"},
    {Field::mask_reason, "maskskal"},
    {Field::decline_reason, "grund"},
    {Field::erasure_level, "niva"},
    {Field::erasure_ground, "rattsgrund"},
    {Field::decision, "beslut"},
    {Field::quote, "citat"},
    {Field::outcome, "utfall"},
    {Field::answer, "svar"},
    {Field::change_reason, "andringsskal"},
    {Field::letter, "missiv"},
    {Field::last_day, "sista-dag"},
    {Field::deadline, "senast"},
    {Field::extended_to, "forlangt-till"},
    {Field::written_by, "skrivet-av"},
    {Field::approved_by, "godkant-av"},
    {Field::position, "stallning"},
    {Field::after, "efter"},
    {Field::issues, "synpunkter"},
    {Field::statement, "pastaende"},
    {Field::moderation, "granskning"},
    {Field::missing_answers, "saknas"},
    {Field::paragraph, "paragraf"},
    {Field::case_number, "diarienummer"},
    {Field::dissent, "reservation"},
    {Field::decided, "beslutat"},
    {Field::noticed, "anslaget"},
    {Field::counterpart, "motpart"},
    {Field::motive, "motiv"},
    {Field::digest, "hash"},
    {Field::source, "kalla"},
    {Field::licence, "licens"},
});

}  // namespace medskapa

namespace medskapa::web::ui {

/// The name of the field where the fault lies: "kommun-2326" for the one of several. For a place without a
/// field what it says by itself, which for a complaint of web/ is a name too. Empty for none.
std::string name_in_form(const Place&);

}  // namespace medskapa::web::ui
