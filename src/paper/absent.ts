/** Stands in for jsPDF's optional renderers, which this app never calls. */
export default {}
