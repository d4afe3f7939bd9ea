/** The look of every page: imported once, by what starts the app. */
import './fonts.css'
import './tokens.css'
import './base.css'
