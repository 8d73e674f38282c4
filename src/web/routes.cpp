#include "web/routes.hpp"

#include "web/conversation/pages.hpp"
#include "web/decision/pages.hpp"
#include "web/decision/report/pages.hpp"
#include "web/document/desk/pages.hpp"
#include "web/document/pages.hpp"
#include "web/inspel/desk/entry.hpp"
#include "web/inspel/pages.hpp"
#include "web/issue/desk/acts.hpp"
#include "web/issue/desk/pages.hpp"
#include "web/log/pages.hpp"
#include "web/referral/desk/pages.hpp"
#include "web/referral/pages.hpp"
#include "web/site/desk/pages.hpp"
#include "web/site/pages.hpp"
#include "web/staff/desk/pages.hpp"
#include "web/staff/setup.hpp"
#include "web/staff/sign_in.hpp"

namespace medskapa::web {
namespace {

constexpr auto get = http::Method::get;
constexpr auto post = http::Method::post;
using http::Spending;

std::string p(const char* below) {
    return std::string{"/processer/{process}"} + below;
}

std::string on_desk(const char* below) {
    return p("/handlaggning") + below;
}

}  // namespace

std::vector<Route> all_routes() {
    return {
        {get, "/", Action::read_public, site::front},
        {get, p(""), Action::read_public, site::start},
        {get, p("/om"), Action::read_public, site::about},
        {get, p("/steg/{number}"), Action::read_public, site::step},
        {get, p("/aktiviteter"), Action::read_public, site::activities},
        {get, p("/aktiviteter/{activity}"), Action::read_public, site::activity},
        {get, p("/nyheter"), Action::read_public, site::news},
        {get, p("/nyheter.atom"), Action::read_public, site::news_feed},
        {get, p("/kalender"), Action::read_public, site::calendar},
        {get, p("/kalender.ics"), Action::read_public, site::calendar_feed},
        {get, p("/kalender/{event}"), Action::read_public, site::event},
        {get, p("/kalender/{event}/kalender.ics"), Action::read_public, site::event_calendar},
        {get, p("/organisation"), Action::read_public, site::organisation},

        {get, p("/inspel"), Action::read_public, inspel::list},
        {get, p("/inspel.csv"), Action::read_public, inspel::list_csv},
        {get, p("/inspel/nytt"), Action::read_public, inspel::form},
        {post, p("/inspel"), Action::give_inspel, inspel::receive},
        {get, p("/inspel/{number}"), Action::read_public, inspel::show},
        {get, p("/kvittens"), Action::follow_inspel, inspel::ask_for_code},
        {post, p("/kvittens"), Action::follow_inspel, inspel::find_by_code, Spending::trying},
        {get, p("/kvittens/{code}"), Action::follow_inspel, inspel::receipt},
        {post, p("/kvittens/{code}/komplettering"), Action::follow_inspel, inspel::complete},
        {post, p("/kvittens/{code}/aterkallelse"), Action::follow_inspel, inspel::withdraw},

        {get, p("/remiss"), Action::read_public, referral::newest},
        {get, p("/remiss/svar/{link}"), Action::answer_referral, referral::party_form},
        {post, p("/remiss/svar/{link}"), Action::answer_referral, referral::receive_from},
        {post, p("/remiss/svar/{link}/avstar"), Action::answer_referral, referral::abstain},
        {get, p("/remiss/utkast/{draft}"), Action::answer_referral, referral::draft},
        {post, p("/remiss/utkast/{draft}"), Action::answer_referral, referral::change_draft},
        {get, p("/remiss/godkannande/{approval}"), Action::answer_referral, referral::to_approve},
        {post, p("/remiss/godkannande/{approval}"), Action::answer_referral, referral::approve},
        {get, p("/remiss/godkannande/{approval}/fil"), Action::answer_referral, referral::approvers_file},
        {get, p("/remiss/{referral}"), Action::read_public, referral::show},
        {get, p("/remiss/{referral}/tackning"), Action::read_public, referral::coverage},
        {get, p("/remiss/{referral}/sammanstallning.csv"), Action::read_public, referral::table_csv},
        {get, p("/remiss/{referral}/svar"), Action::answer_referral, referral::open_form},
        {post, p("/remiss/{referral}/svar"), Action::answer_referral, referral::receive},
        {get, p("/inspel/{answer}/fil"), Action::read_public, referral::file},
        {get, p("/vad-andrades"), Action::read_public, decision::report::changed},
        {get, p("/lankar.csv"), Action::read_public, decision::report::links_csv},
        {get, p("/lankar.json"), Action::read_public, decision::report::links_json},
        {get, p("/samradsredogorelse"), Action::read_public, decision::report::show},
        {get, p("/samradsredogorelse/{format}"), Action::read_public, decision::report::file},
        {get, p("/beslut"), Action::read_public, decision::list},
        {get, p("/beslut/{number}"), Action::read_public, decision::show},
        {get, p("/aktiviteter/{activity}/pastaenden"), Action::read_public, conversation::next},
        {post, p("/aktiviteter/{activity}/pastaenden"), Action::vote, conversation::propose},
        {post, p("/aktiviteter/{activity}/rost"), Action::vote, conversation::vote, Spending::voting},
        {post, p("/aktiviteter/{activity}/om-mig"), Action::vote, conversation::tell_of_me, Spending::voting},
        {post, p("/aktiviteter/{activity}/mina-roster/bort"), Action::vote, conversation::withdraw,
            Spending::voting},
        {get, p("/aktiviteter/{activity}/resultat"), Action::read_public, conversation::result},
        {get, p("/aktiviteter/{activity}/resultat/jag"), Action::read_public, conversation::own_place},
        {get, p("/aktiviteter/{activity}/resultat.json"), Action::read_public, conversation::result_json},
        {get, p("/aktiviteter/{activity}/granskning"), Action::read_public, conversation::rulings},

        {get, p("/dokument"), Action::read_public, document::documents},
        {get, p("/dokument/{document}"), Action::read_public, document::newest},
        {get, p("/dokument/{document}/version/{number}"), Action::read_public, document::version},
        {get, p("/dokument/{document}/version/{number}/text.md"), Action::read_public, document::as_markdown},
        {get, p("/dokument/{document}/version/{number}/text.docx"), Action::read_public, document::as_docx},
        {get, p("/dokument/{document}/version/{number}/text.odt"), Action::read_public, document::as_odt},
        {get, p("/dokument/{document}/jamfor.docx"), Action::read_public, document::marked_docx},
        {get, p("/dokument/{document}/jamfor.odt"), Action::read_public, document::marked_odt},
        {get, p("/dokument/{document}/jamfor"), Action::read_public, document::compare},
        {get, p("/stycke/{node}"), Action::read_public, document::paragraph},
        {get, p("/andringar/{number}"), Action::read_public, document::change},

        {get, "/logg", Action::read_public, log::all},
        {get, p("/logg"), Action::read_public, log::of_process},
        {get, "/logg/checkpoint", Action::read_public, log::checkpoint},
        {get, "/logg/checkpoint.unwitnessed", Action::read_public, log::unwitnessed_checkpoint},
        {get, "/logg/tile/{file...}", Action::read_public, log::tile, Spending::nothing},
        {get, "/regler", Action::read_public, log::newest_rules},
        {get, "/regler/{digest}", Action::read_public, log::rules},
        {get, "/kontrollera", Action::read_public, log::ask_for_receipt},
        {post, "/kontrollera", Action::read_public, log::check, Spending::trying},
        {get, p("/kvittens/{code}/kvitto.txt"), Action::follow_inspel, log::receipt_file},
        {get, p("/aktiviteter/{activity}/kvitton"), Action::read_public, log::vote_receipts},
        {get, p("/aktiviteter/{activity}/kvitton/{vote}/kvitto.txt"), Action::read_public,
            log::vote_receipt_file},
        {get, p("/aktiviteter/{activity}/oppningar.csv"), Action::read_public, log::openings},

        {get, "/installation/{token}", Action::set_up, staff::form},
        {post, "/installation/{token}", Action::set_up, staff::set_up, Spending::trying},
        {get, "/inloggning/{token}", Action::sign_in, staff::ask_to_sign_in},
        {post, "/inloggning/{token}", Action::sign_in, staff::sign_in, Spending::trying},
        {post, "/utloggning", Action::sign_out, staff::sign_out, Spending::nothing},

        {get, on_desk(""), Action::read_desk, issue::desk::to_answer},
        {get, on_desk("/granska"), Action::read_desk, issue::desk::to_review},
        {get, on_desk("/dela"), Action::read_desk, issue::desk::to_split},
        {get, on_desk("/avvisade"), Action::read_desk, issue::desk::declined},
        {get, on_desk("/svar"), Action::read_desk, issue::desk::held_answers},
        {post, on_desk("/svar"), Action::publish_answers, issue::desk::publish_answers},
        {get, on_desk("/textblock"), Action::read_desk, issue::desk::text_blocks},
        {post, on_desk("/textblock"), Action::handle_issues, issue::desk::add_text_block},
        {get, on_desk("/inspel/{number}"), Action::read_desk, issue::desk::bench},
        {post, on_desk("/inspel/{number}/publicering"), Action::moderate_inspel, issue::desk::publish},
        {post, on_desk("/inspel/{number}/avslag"), Action::moderate_inspel, issue::desk::decline},
        {post, on_desk("/inspel/{number}/provning"), Action::moderate_inspel, issue::desk::reopen},
        {post, on_desk("/inspel/{number}/kopia"), Action::moderate_inspel, issue::desk::edit_copy},
        {post, on_desk("/inspel/{number}/synpunkter"), Action::handle_issues, issue::desk::split},
        {post, on_desk("/inspel/{number}/tilldelning"), Action::handle_issues, issue::desk::assign},
        {post, on_desk("/inspel/{number}/svar"), Action::handle_issues, issue::desk::answer},
        {post, on_desk("/inspel/{number}/svar/andring"), Action::publish_answers, issue::desk::change_answer},
        {post, on_desk("/inspel/{number}/gallring"), Action::erase, issue::desk::erase},
        {post, on_desk("/inspel/{number}/tillagg"), Action::moderate_inspel, issue::desk::show_addition},
        {post, on_desk("/synpunkter/{issue}/borttagning"), Action::handle_issues, issue::desk::remove_issue},
        {post, on_desk("/synpunkter/{issue}/grupp/borttagning"), Action::handle_issues,
            issue::desk::leave_group},
        {post, on_desk("/grupper"), Action::handle_issues, issue::desk::group},
        {post, on_desk("/textblock/{block}/borttagning"), Action::handle_issues,
            issue::desk::remove_text_block},
        {get, on_desk("/skriv-in"), Action::enter_inspel, inspel::desk::entry_form},
        {post, on_desk("/skriv-in"), Action::enter_inspel, inspel::desk::enter},
        {get, on_desk("/inlasning"), Action::enter_inspel, inspel::desk::import_form},
        {get, on_desk("/inlasning/mall.csv"), Action::enter_inspel, inspel::desk::import_template},
        {post, on_desk("/inlasning"), Action::enter_inspel, inspel::desk::import},

        {get, on_desk("/remiss"), Action::read_desk, referral::desk::referrals},
        {post, on_desk("/remiss"), Action::run_referral, referral::desk::send},
        {get, on_desk("/remiss/{referral}"), Action::read_desk, referral::desk::parties},
        {post, on_desk("/remiss/{referral}/parter"), Action::run_referral, referral::desk::invite},
        {post, on_desk("/remiss/{referral}/parter/inlasning"), Action::run_referral, referral::desk::read_in},
        {get, on_desk("/remiss/{referral}/parter/{party}"), Action::read_desk, referral::desk::party},
        {post, on_desk("/remiss/{referral}/parter/{party}/forlangning"), Action::run_referral,
            referral::desk::extend},
        {post, on_desk("/remiss/{referral}/parter/{party}/paminnelse"), Action::run_referral,
            referral::desk::remind},
        {post, on_desk("/remiss/{referral}/parter/{party}/avstar"), Action::run_referral,
            referral::desk::abstain},
        {get, on_desk("/remiss/{referral}/sandlista.csv"), Action::run_referral, referral::desk::send_list},
        {get, on_desk("/remiss/{referral}/svar"), Action::run_referral, referral::desk::letter_form},
        {post, on_desk("/remiss/{referral}/svar"), Action::run_referral, referral::desk::enter_letter},
        {post, on_desk("/inspel/{answer}/diarienummer"), Action::run_referral,
            referral::desk::set_case_number},
        {post, on_desk("/inspel/{answer}/filvisning"), Action::run_referral, referral::desk::show_file},
        {get, on_desk("/inspel/{answer}/fil"), Action::read_desk, referral::desk::file},
        {post, on_desk("/inspel/{number}/maskning"), Action::moderate_inspel, issue::desk::redact},
        {get, on_desk("/saknas"), Action::read_desk, decision::missing},
        {post, on_desk("/saknas/undantag"), Action::decide, decision::waive},
        {post, on_desk("/saknas/klart"), Action::decide, decision::declare},
        {get, on_desk("/beslut"), Action::decide, decision::desk},
        {get, on_desk("/beslut/nytt"), Action::decide, decision::form},
        {post, on_desk("/beslut/nytt"), Action::decide, decision::decide},
        {post, on_desk("/beslut/{number}/anslag"), Action::decide, decision::tell_notice},
        {get, on_desk("/konsultation/{consultation}"), Action::decide, decision::consultation},
        {post, on_desk("/konsultation/{consultation}"), Action::decide, decision::save_consultation},
        {post, on_desk("/konsultation/{consultation}/handelser"), Action::decide, decision::note},
        {get, on_desk("/pastaenden"), Action::read_desk, conversation::talks},
        {get, on_desk("/pastaenden/{activity}"), Action::read_desk, conversation::talk},
        {post, on_desk("/pastaenden/{activity}"), Action::moderate_statements, conversation::seed},
        {post, on_desk("/pastaenden/{activity}/{number}/beslut"), Action::moderate_statements,
            conversation::moderate},
        {post, on_desk("/pastaenden/{activity}/{number}/inspel"), Action::enter_inspel,
            conversation::convert_statement},
        {post, on_desk("/pastaenden/{activity}/lage"), Action::steer_conversation, conversation::steer},
        {post, on_desk("/pastaenden/{activity}/grupp"), Action::steer_conversation, conversation::name},
        {post, on_desk("/pastaenden/{activity}/befolkning"), Action::steer_conversation,
            conversation::populate},
        {get, on_desk("/pastaenden/{activity}/comments.csv"), Action::read_desk, conversation::comments_csv},
        {get, on_desk("/pastaenden/{activity}/votes.csv"), Action::read_desk, conversation::votes_csv},
        {get, on_desk("/pastaenden/{activity}/participants-votes.csv"), Action::read_desk,
            conversation::participants_votes_csv},

        {get, on_desk("/texter"), Action::edit_text, document::desk::texts},
        {post, on_desk("/texter"), Action::edit_text, document::desk::begin},
        {get, on_desk("/texter/{document}"), Action::edit_text, document::desk::draft},
        {post, on_desk("/texter/{document}/frysning"), Action::freeze_text, document::desk::freeze},
        {get, on_desk("/texter/{document}/inlasning"), Action::edit_text, document::desk::reading_form},
        {post, on_desk("/texter/{document}/inlasning"), Action::edit_text, document::desk::read_in},
        {get, on_desk("/texter/{document}/{node}"), Action::edit_text, document::desk::line},
        {post, on_desk("/texter/{document}/{node}"), Action::edit_text, document::desk::save},
        {post, on_desk("/texter/{document}/{node}/nytt"), Action::edit_text, document::desk::insert},
        {post, on_desk("/texter/{document}/{node}/flytt"), Action::edit_text, document::desk::move},
        {post, on_desk("/texter/{document}/{node}/delning"), Action::edit_text, document::desk::split},
        {post, on_desk("/texter/{document}/{node}/sammanslagning"), Action::edit_text, document::desk::join},
        {post, on_desk("/texter/{document}/{node}/borttagning"), Action::edit_text, document::desk::remove},
        {post, on_desk("/texter/{document}/{node}/slag"), Action::edit_text, document::desk::set_type},
        {post, on_desk("/synpunkter/{issue}/andring"), Action::handle_issues, document::desk::link_answer},

        {get, on_desk("/webbplats"), Action::edit_site, site::desk::overview},
        {get, on_desk("/webbplats/process"), Action::edit_site, site::desk::process},
        {post, on_desk("/webbplats/process"), Action::edit_site, site::desk::save_process},
        {get, on_desk("/webbplats/val"), Action::edit_site, site::desk::choices},
        {post, on_desk("/webbplats/val"), Action::edit_site, site::desk::save_choices},
        {get, on_desk("/webbplats/steg/{step}"), Action::edit_site, site::desk::step},
        {post, on_desk("/webbplats/steg/{step}"), Action::edit_site, site::desk::save_step},
        {post, on_desk("/webbplats/steg/{step}/aterkallelse"), Action::edit_site, site::desk::withdraw_step},
        {get, on_desk("/webbplats/aktiviteter/{activity}"), Action::edit_site, site::desk::activity},
        {post, on_desk("/webbplats/aktiviteter/{activity}"), Action::edit_site, site::desk::save_activity},
        {post, on_desk("/webbplats/aktiviteter/{activity}/aterkallelse"), Action::edit_site,
            site::desk::withdraw_activity},
        {get, on_desk("/webbplats/kalender/{event}"), Action::edit_site, site::desk::event},
        {post, on_desk("/webbplats/kalender/{event}"), Action::edit_site, site::desk::save_event},
        {post, on_desk("/webbplats/kalender/{event}/aterkallelse"), Action::edit_site, site::desk::call_off},
        {get, on_desk("/webbplats/nyheter/{item}"), Action::edit_site, site::desk::news},
        {post, on_desk("/webbplats/nyheter/{item}"), Action::edit_site, site::desk::save_news},
        {post, on_desk("/webbplats/nyheter/{item}/aterkallelse"), Action::edit_site,
            site::desk::withdraw_news},
        {get, on_desk("/webbplats/organisation/{body}"), Action::edit_site, site::desk::body},
        {post, on_desk("/webbplats/organisation/{body}"), Action::edit_site, site::desk::save_body},
        {post, on_desk("/webbplats/organisation/{body}/platser"), Action::edit_site, site::desk::add_seat},
        {post, on_desk("/webbplats/organisation/{body}/platser/{seat}/slut"), Action::edit_site,
            site::desk::end_seat},
        {get, on_desk("/personal"), Action::manage_users, staff::desk::staff},
        {post, on_desk("/personal"), Action::manage_users, staff::desk::invite},
        {post, on_desk("/personal/{member}/borttagning"), Action::manage_users, staff::desk::remove_member},
    };
}

}  // namespace medskapa::web
