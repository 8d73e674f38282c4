#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address front_page{"/"};
inline constexpr Address start_page{"/processer/{process}"};
inline constexpr Address about_page{"/processer/{process}/om"};
inline constexpr Address step_page{"/processer/{process}/steg/{number}"};
inline constexpr Address activities_page{"/processer/{process}/aktiviteter"};
inline constexpr Address activity_page{"/processer/{process}/aktiviteter/{activity}"};
inline constexpr Address news_page{"/processer/{process}/nyheter"};
inline constexpr Address news_feed{"/processer/{process}/nyheter.atom"};
inline constexpr Address calendar_page{"/processer/{process}/kalender"};
inline constexpr Address calendar_feed{"/processer/{process}/kalender.ics"};
inline constexpr Address event_page{"/processer/{process}/kalender/{event}"};
inline constexpr Address event_calendar{"/processer/{process}/kalender/{event}/kalender.ics"};
inline constexpr Address organisation_page{"/processer/{process}/organisation"};
inline constexpr Address site_style{"/utseende/{style}"};
inline constexpr Address site_logotype{"/logotyp/{picture}"};

// The staff's.
inline constexpr Address edit_site{"/processer/{process}/handlaggning/webbplats"};
inline constexpr Address opening_page{"/processer/{process}/handlaggning/oppning"};
inline constexpr Address open_site{"/processer/{process}/handlaggning/oppning/oppna"};
inline constexpr Address send_test_mail{"/processer/{process}/handlaggning/oppning/testmejl"};
inline constexpr Address health_page{"/processer/{process}/handlaggning/driften"};
inline constexpr Address edit_process{"/processer/{process}/handlaggning/webbplats/process"};
inline constexpr Address edit_appearance{"/processer/{process}/handlaggning/webbplats/utseende"};
inline constexpr Address edit_logotype{"/processer/{process}/handlaggning/webbplats/logotyp"};
inline constexpr Address edit_choices{"/processer/{process}/handlaggning/webbplats/val"};
inline constexpr Address edit_step{"/processer/{process}/handlaggning/webbplats/steg/{step}"};
inline constexpr Address withdraw_step{
    "/processer/{process}/handlaggning/webbplats/steg/{step}/aterkallelse"};
inline constexpr Address edit_activity{"/processer/{process}/handlaggning/webbplats/aktiviteter/{activity}"};
inline constexpr Address withdraw_activity{
    "/processer/{process}/handlaggning/webbplats/aktiviteter/{activity}/aterkallelse"};
inline constexpr Address edit_event{"/processer/{process}/handlaggning/webbplats/kalender/{event}"};
inline constexpr Address call_off_event{
    "/processer/{process}/handlaggning/webbplats/kalender/{event}/aterkallelse"};
inline constexpr Address edit_news{"/processer/{process}/handlaggning/webbplats/nyheter/{item}"};
inline constexpr Address withdraw_news{
    "/processer/{process}/handlaggning/webbplats/nyheter/{item}/aterkallelse"};
inline constexpr Address take_back_step{"/processer/{process}/handlaggning/webbplats/steg/{step}/angra"};
inline constexpr Address take_back_activity{
    "/processer/{process}/handlaggning/webbplats/aktiviteter/{activity}/angra"};
inline constexpr Address take_back_event{
    "/processer/{process}/handlaggning/webbplats/kalender/{event}/angra"};
inline constexpr Address take_back_news{"/processer/{process}/handlaggning/webbplats/nyheter/{item}/angra"};
inline constexpr Address edit_body{"/processer/{process}/handlaggning/webbplats/organisation/{body}"};
inline constexpr Address add_seat{"/processer/{process}/handlaggning/webbplats/organisation/{body}/platser"};
inline constexpr Address end_seat{
    "/processer/{process}/handlaggning/webbplats/organisation/{body}/platser/{seat}/slut"};

}  // namespace medskapa::address
